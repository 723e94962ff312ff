import { redirect } from "next/navigation"
import { auth } from "@/auth"
import { SignInForm } from "./sign-in-form"

export default async function SignInPage() {
  if (await auth()) redirect("/")
  return (
    <main>
      <h1>Sign in</h1>
      <SignInForm />
    </main>
  )
}
