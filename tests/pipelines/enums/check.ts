import { Status, isClientError, phrases } from './status.js'

const found: Status = Status.NotFound
const described: string = phrases[found]
// @ts-expect-error: a number that is no status code
const wrong: Status = 999
const told = `${Status[404]} ${described} ${isClientError(found)} ${isClientError(Status.Ok)} ${Object.keys(phrases).length}`
if (!told.startsWith('NotFound Not Found true false ')) throw new Error(told)
console.log(told, wrong)
