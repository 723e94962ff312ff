"use client"

import { useEffect, useId, useRef, useState } from "react"
import { PasskeyIcon } from "./passkey-icon"
import { maxNameLength } from "./passkey-name"
import { titleOf } from "./passkey-title"
import type { PasskeyDetails } from "./passkeys-answer"
import { timeInWords } from "./time-in-words"

type Props = {
  passkey: PasskeyDetails
  rename: (name: string) => Promise<boolean>
  remove: () => Promise<boolean>
}

/** One passkey, with what its owner can do with it. */
export function PasskeyItem({ passkey, rename, remove }: Props) {
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  const [asking, setAsking] = useState<"name" | "removal">()
  const title = titleOf(passkey)

  /** Whoever used the keyboard goes on where they were. */
  function close() {
    setAsking(undefined)
    item.current?.focus()
  }

  return (
    <li ref={item} tabIndex={-1} aria-labelledby={id}>
      <PasskeyIcon passkey={passkey} />
      <div>
        <strong id={id}>
          <bdi>{title}</bdi>
        </strong>
        <Facts passkey={passkey} title={title} />
      </div>
      {asking === "name" && (
        <NameForm
          name={passkey.name ?? ""}
          onName={async (name) => {
            if (await rename(name)) close()
          }}
          onCancel={close}
        />
      )}
      {asking === "removal" && (
        <RemovalQuestion
          title={title}
          onYes={async () => {
            if (!(await remove())) close()
          }}
          onNo={close}
        />
      )}
      {!asking && (
        <div>
          <button
            aria-describedby={id}
            onClick={() => setAsking("name")}
          >
            Rename
          </button>{" "}
          <button
            aria-describedby={id}
            onClick={() => setAsking("removal")}
          >
            Remove
          </button>
        </div>
      )}
    </li>
  )
}

function Facts({
  passkey,
  title,
}: {
  passkey: PasskeyDetails
  title: string
}) {
  const { provider, isSynced, createdAt, lastUsedAt } = passkey
  return (
    <p>
      {provider && provider !== title && `${provider}. `}
      {isSynced ? "Synced between devices. " : "On one device only. "}
      {createdAt && (
        <>
          Created <Time iso={createdAt} />.{" "}
        </>
      )}
      {lastUsedAt ? (
        <>
          Last used <Time iso={lastUsedAt} />.
        </>
      ) : (
        createdAt && "Not used to sign in yet."
      )}
    </p>
  )
}

function Time({ iso }: { iso: string }) {
  const [nowMs] = useState(() => Date.now())
  return (
    // A minute may have passed since the server rendered it.
    <time dateTime={iso} suppressHydrationWarning>
      {timeInWords(iso, nowMs)}
    </time>
  )
}

type NameFormProps = {
  name: string
  onName: (name: string) => Promise<void>
  onCancel: () => void
}

function NameForm({ name, onName, onCancel }: NameFormProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onName(input.current?.value ?? "")
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel()
      }}
    >
      <label>
        Name of this passkey{" "}
        <input
          ref={input}
          defaultValue={name}
          maxLength={maxNameLength}
          placeholder="For example, work laptop"
          autoComplete="off"
        />
      </label>
      <button>Save</button>{" "}
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  )
}

type QuestionProps = {
  title: string
  onYes: () => Promise<void>
  onNo: () => void
}

/**
 * The question has the focus and no button has, so that the second half
 * of a double click doesn't answer it.
 */
function RemovalQuestion({ title, onYes, onNo }: QuestionProps) {
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => group.current?.focus(), [])
  return (
    <div
      ref={group}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === "Escape") onNo()
      }}
    >
      <p id={id}>
        Remove <bdi>{title}</bdi>? It can’t sign you in any more. Your
        password manager or security key still has it: delete it there
        too.
      </p>
      <button onClick={onNo}>Keep it</button>{" "}
      <button
        onClick={({ detail }) => {
          if (detail < 2) void onYes()
        }}
      >
        Yes, remove it
      </button>
    </div>
  )
}
