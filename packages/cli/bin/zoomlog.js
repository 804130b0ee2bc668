#!/usr/bin/env node
// Must parse on an old Node, so that it can say what is wrong: no static import, no syntax newer than `import()`.

const needed = [22, 22];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  const found = `Node.js ${process.versions.node} at ${process.execPath}`;
  stop(`${found} is too old; install ${needed.join('.')} or newer from https://nodejs.org`);
} else {
  import('../dist/zoomlog.js').catch((error) => {
    const isUnbuilt = error.code === 'ERR_MODULE_NOT_FOUND' && /dist[\\/]zoomlog\.js' imported/.test(error.message);
    if (!isUnbuilt) throw error;
    stop('dist/zoomlog.js is missing; make it with `npm run build` in the root of the repository');
  });
}

function stop(message) {
  process.stderr.write(`zoomlog: ${message}\n`);
  process.exitCode = 2;
}
