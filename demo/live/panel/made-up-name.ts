const adjectives =
  "amber brave bright calm clever cosy curious eager early fair gentle glad golden happy honest jolly keen kind lively lucky merry mild modest nimble noble patient plucky polite proud quick quiet ready shiny silent snowy sunny swift tidy trusty warm wise witty".split(
    " ",
  )

const animals =
  "badger beaver bison crane curlew dolphin egret falcon finch fox gecko hare heron ibex jay kestrel koala lemur lynx magpie marten mole moose newt ocelot osprey otter owl panda petrel puffin quail raven robin seal shrew stoat swan tapir tern toad vole walrus wombat wren".split(
    " ",
  )

/** A domain that can never be anyone's: RFC 2606 §2 reserves the top-level domain. */
const domain = "passkeys.example"

/**
 * Proposes a name such as `quiet-otter-4821`. There are about 20 million.
 *
 * @param random Numbers from 0 to below 1.
 */
export function makeUpName(random: () => number = Math.random): string {
  const pick = (words: string[]) => words[Math.floor(random() * words.length)] ?? ""
  const number = String(Math.floor(random() * 10_000)).padStart(4, "0")
  return `${pick(adjectives)}-${pick(animals)}-${number}`
}

/** The address that the demo stores a name under. */
export const addressOf = (name: string): string => `${name}@${domain}`

/** The name in a stored address, for showing. */
export function nameOf(address: string | null | undefined): string {
  return (address ?? "").replace(`@${domain}`, "")
}

/** The addresses that the demo takes: a name of 1 to 32 of a-z, 0-9 and "-", not at its ends. */
export const madeUpAddress = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?@passkeys\.example$/
