// Builds many projects: node build.mjs CACHE PROJECT...
//
// Each is copied into a folder below CACHE, built there, and gets its .next. A folder keeps Turbopack's cache, so that
// only the first build in it compiles Next.js itself; and Turbopack doesn't follow a node_modules that is a link to
// another place. What was built is kept for a project with the same files. Exit status 1: some project does not build;
// its folder and the output are printed.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

// About 6 MB each.
const KEPT = 200;

const run = promisify(execFile);
const [cache, ...projects] = process.argv.slice(2);
const next = join(cache, 'node_modules/next/dist/bin/next');
const kept = join(cache, 'built');

const copy = (from, to, filter) => cp(from, to, { recursive: true, filter, mode: constants.COPYFILE_FICLONE });

async function digest(project) {
  const entries = await readdir(project, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash
      .update(`${file.slice(project.length)}\0`)
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function build(project, folder) {
  if (existsSync(join(project, '.next'))) return; // the others are built again after a failure
  const built = join(kept, await digest(project));
  if (!existsSync(built)) {
    for (const name of await readdir(folder)) {
      if (name !== '.next') await rm(join(folder, name), { recursive: true });
    }
    for (const name of await readdir(project)) {
      if (name !== 'node_modules') await copy(join(project, name), join(folder, name));
    }
    await run(process.execPath, [next, 'build'], { cwd: folder });
    const output = join(folder, '.next');
    await rm(`${folder}.new`, { recursive: true, force: true });
    await copy(output, `${folder}.new`, (file) => file !== join(output, 'cache'));
    // Another project with the same files may have been faster.
    if (!existsSync(built)) await rename(`${folder}.new`, built);
  }
  await utimes(built, new Date(), new Date());
  await copy(built, join(project, '.next'));
}

async function buildInTurn(folder) {
  await mkdir(folder, { recursive: true });
  for (let project = projects.shift(); project; project = projects.shift()) {
    try {
      await build(project, folder);
    } catch (error) {
      console.error(`${project}/: ${error.stdout ?? error}${error.stderr ?? ''}`);
      process.exitCode = 1;
    }
  }
}

async function removeOld() {
  const times = (await readdir(kept)).map(async (name) => {
    const path = join(kept, name);
    return [(await stat(path)).mtimeMs, path];
  });
  const newestFirst = (await Promise.all(times)).sort(([one], [other]) => other - one);
  for (const [, path] of newestFirst.slice(KEPT)) await rm(path, { recursive: true });
}

await mkdir(kept, { recursive: true });
// A build uses about one processor.
const folders = ['build/1', 'build/2'].map((name) => join(cache, name));
await Promise.all(folders.map(buildInTurn));
await removeOld();
