import { useEffect, useRef, useState } from "react"
import type { SourceFile } from "../source-file"
import { keepFiles, keptFiles } from "./kept-files"

export type OpenFile = { id: number; path: string; hasText: boolean }

const usual = [
  "auth.ts",
  "auth.config.ts",
  "schema.prisma",
  "migration.sql",
  "package.json",
  "proxy.ts",
  "next.config.ts",
]

/** A page of a file manager gives paths, and a tab has only a name. */
const lastPart = (path: string) => path.replace(/^.*\//, "")

/**
 * The files that are open in the doctor. Their texts are in the text areas, and nowhere else: what somebody
 * pastes before this script is there stays.
 */
export function useFiles() {
  const [files, setFiles] = useState<OpenFile[]>(() =>
    usual.map((path, id) => ({ id, path, hasText: false })),
  )
  const [openId, setOpenId] = useState(0)
  const areas = useRef(new Map<number, HTMLTextAreaElement>())
  const waiting = useRef<Map<number, string>>(new Map())

  const texts = (): SourceFile[] =>
    files.map(({ id, path }) => ({ path, text: areas.current.get(id)?.value ?? "" }))

  /** After anything was typed, pasted or dropped. */
  const noteTexts = () => {
    keepFiles(texts())
    setFiles((before) =>
      before.map((file) => ({ ...file, hasText: Boolean(areas.current.get(file.id)?.value) })),
    )
  }

  /** Puts files into the empty tabs with their names, and into new ones. */
  const add = (added: readonly SourceFile[]) => {
    const next = [...files]
    let last = openId
    for (const { path, text } of added) {
      const same = next.find((file) => lastPart(file.path) === lastPart(path) && !file.hasText)
      const id = same?.id ?? Math.max(-1, ...next.map((file) => file.id)) + 1
      const index = same ? next.indexOf(same) : next.length
      next[index] = { id, path, hasText: Boolean(text) }
      const area = areas.current.get(id)
      if (area) area.value = text
      else waiting.current.set(id, text)
      last = id
    }
    setFiles(next)
    setOpenId(last)
  }

  const addRef = useRef(add)
  useEffect(() => {
    addRef.current = add
  })
  useEffect(() => {
    const isPasted = [...areas.current.values()].some(({ value }) => value)
    if (!isPasted && keptFiles().length > 0) addRef.current(keptFiles())
  }, [])
  // Text areas of new files are there now.
  useEffect(() => {
    for (const [id, text] of waiting.current) {
      const area = areas.current.get(id)
      if (area) area.value = text
    }
    waiting.current.clear()
    keepFiles(texts())
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when the list changes
  }, [files])

  return {
    files,
    openId,
    open: setOpenId,
    texts,
    noteTexts,
    add,
    rename: (id: number, path: string) =>
      setFiles(files.map((file) => (file.id === id ? { ...file, path } : file))),
    remove: (id: number) => {
      const rest = files.filter((file) => file.id !== id)
      areas.current.delete(id)
      setFiles(rest)
      setOpenId(rest[0]?.id ?? 0)
    },
    keepArea: (id: number) => (area: HTMLTextAreaElement | null) => {
      if (area) areas.current.set(id, area)
    },
    /** Moves to a line, and selects it. */
    showLine: (path: string, line: number) => {
      const file = files.find((one) => one.path === path)
      if (!file) return
      setOpenId(file.id)
      // Once its panel is shown.
      requestAnimationFrame(() => selectLine(areas.current.get(file.id), line))
    },
  }
}

function selectLine(area: HTMLTextAreaElement | undefined, line: number): void {
  if (!area) return
  const lines = area.value.split("\n")
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  area.scrollTop = ((line - 3) / lines.length) * area.scrollHeight
}
