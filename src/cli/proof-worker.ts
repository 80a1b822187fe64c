/** The thread that opens files which anybody may have made. */
import { parentPort } from 'node:worker_threads';
import { present } from './bounded.ts';
import { answer, type Task } from './proof-task.ts';

parentPort?.on('message', (task: Task) => {
  void answer(task).then((result) => parentPort?.postMessage(result));
});
parentPort?.postMessage(present);
