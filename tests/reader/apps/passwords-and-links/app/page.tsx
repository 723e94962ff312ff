import { connection } from "next/server"
import { Suspense } from "react"
import { auth } from "@/auth"
import { prisma } from "@/prisma"

export default function NotesPage() {
  return (
    <main>
      <h1>Notes</h1>
      <Suspense>
        <Notes />
      </Suspense>
    </main>
  )
}

async function Notes() {
  await connection()
  const session = await auth()
  const email = session?.user?.email
  if (!session || !email) return null
  const notes = await prisma.note.findMany({ where: { user: { email } } })
  return (
    <>
      <p>
        {email} is {String(session.role)}.
      </p>
      <ul>
        {notes.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  )
}
