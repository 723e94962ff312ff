import { useRef, useState, type ComponentType, type DragEvent } from "react"
import buttonStyles from "../../../../components/button.module.css"
import textStyles from "../../../../components/text.module.css"
import type { Diagnosis } from "../finding"
import type { DiagnosisViewProps } from "./diagnosis-view"
import { FilePanel } from "./file-panel"
import { FileTabs } from "./file-tabs"
import { useFiles } from "./use-files"
import styles from "./doctor.module.css"

type Shown =
  | { state: "waiting" | "failed" }
  | { state: "diagnosed"; diagnosis: Diagnosis; View: ComponentType<DiagnosisViewProps> }

/** Examines what the reader pastes. The parsers are loaded when the first button is pressed. */
export function Doctor() {
  const files = useFiles()
  const [shown, setShown] = useState<Shown>()
  const address = useRef<HTMLInputElement>(null)
  const authUrl = useRef<HTMLInputElement>(null)

  const examineFiles = async () => {
    setShown({ state: "waiting" })
    try {
      const [{ DiagnosisView: View }, { examine }] = await Promise.all([
        import("./diagnosis-view"),
        import("../worker/start-worker"),
      ])
      const diagnosis = await examine({
        files: files.texts().filter(({ text }) => text.trim()),
        address: address.current?.value ?? "",
        authUrl: authUrl.current?.value ?? "",
      })
      setShown({ state: "diagnosed", diagnosis, View })
    } catch {
      setShown({ state: "failed" })
    }
  }
  const take = async (list: Iterable<File>) =>
    files.add(
      await Promise.all(
        Array.from(list, async (file) => ({ path: file.name, text: await file.text() })),
      ),
    )
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void take([...event.dataTransfer.files])
  }
  const isWaiting = shown?.state === "waiting"
  return (
    <section
      aria-label="Doctor"
      className={styles.doctor}
      data-embedded=""
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <FileTabs files={files.files} openId={files.openId} onOpen={files.open} />
      {files.files.map((file) => (
        <FilePanel
          key={file.id}
          file={file}
          isOpen={file.id === files.openId}
          canRemove={files.files.length > 1}
          areaRef={files.keepArea(file.id)}
          onInput={files.noteTexts}
          onRename={(path) => files.rename(file.id, path)}
          onRemove={() => files.remove(file.id)}
        />
      ))}
      <div className={buttonStyles.row}>
        <button
          type="button"
          className={buttonStyles.compact}
          onClick={() => files.add([{ path: "page.tsx", text: "" }])}
        >
          Add a file
        </button>
        <label className={styles.choose}>
          Open files{" "}
          <input
            type="file"
            multiple
            onChange={({ target }) => {
              if (!target.files) return
              // The list is emptied with the field, which then takes the same file again.
              const chosen = [...target.files]
              target.value = ""
              void take(chosen)
            }}
          />
        </label>
      </div>
      <div className={styles.addresses}>
        <label>
          Public address <input ref={address} type="url" placeholder="https://app.example.com" />
        </label>
        <label>
          AUTH_URL there <input ref={authUrl} type="url" placeholder="https://app.example.com" />
        </label>
      </div>
      <div className={buttonStyles.row}>
        <button
          type="button"
          className={buttonStyles.primary}
          aria-disabled={isWaiting}
          onClick={() => {
            if (!isWaiting) void examineFiles()
          }}
        >
          Examine
        </button>
        <span className={textStyles.muted}>Nothing that you paste leaves your browser.</span>
      </div>
      <p role="status" className={styles.status}>
        {isWaiting && "Examining…"}
      </p>
      {shown?.state === "failed" && (
        <p role="alert" className={styles.problem}>
          <strong>The parsers couldn't be loaded.</strong> What you pasted is still there. Check
          your connection, then examine again.
        </p>
      )}
      {shown?.state === "diagnosed" && (
        <shown.View diagnosis={shown.diagnosis} onShow={files.showLine} />
      )}
      <noscript>
        <p className={styles.problem}>
          Here, the doctor needs JavaScript. The command below does the same on your machine.
        </p>
      </noscript>
    </section>
  )
}
