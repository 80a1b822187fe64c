/** What is used of node-postgres, which brings no types. */
declare module 'pg' {
  class Client {
    constructor(options: { connectionString: string; connectionTimeoutMillis: number });
    on(event: 'error', listener: (error: Error) => void): void;
    connect(): Promise<void>;
    query(text: string): Promise<{ rows: Record<string, string>[] }>;
    end(): Promise<void>;
  }
  const pg: { Client: typeof Client };
  export default pg;
}
