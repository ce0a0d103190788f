// Stands for the native addon of aws-lambda-ric: posts a function's answer to the Runtime API.
const http = require('node:http');
const { flushCompileCache } = require('node:module');

const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const post = (path, body) =>
  http
    .request(
      {
        hostname,
        port,
        agent,
        method: 'POST',
        path: `/2018-06-01/runtime/invocation/${path}`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => answer.resume(),
    )
    .end(body);

let isFirst = true;

module.exports = {
  initializeClient: () => {},
  done: (id, body) => {
    post(`${id}/response`, body);
    // By now most of what it will ever use is compiled. Processes end by being killed, so it is not left to the end.
    if (isFirst) setImmediate(flushCompileCache);
    isFirst = false;
  },
  error: (id, body) => post(`${id}/error`, body),
};
