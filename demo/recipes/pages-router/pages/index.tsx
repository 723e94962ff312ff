import type { GetServerSideProps } from "next"
import { auth } from "@/auth"

type Props = { email: string | null }

export const getServerSideProps: GetServerSideProps<Props> = async (
  context,
) => {
  const session = await auth(context)
  return { props: { email: session?.user?.email ?? null } }
}

export default function HomePage({ email }: Props) {
  return (
    <main className="p-8">
      <form action={email ? "/api/auth/signout" : "/api/auth/signin"}>
        {email && <p>You are {email}.</p>}
        <button className="p-8">Sign {email ? "out" : "in"}</button>
      </form>
    </main>
  )
}
