export default {
  index: "Deploy",
  docker: "Docker",
  vercel: "Vercel",
  proxy: "nginx and Caddy",
  node: "Keep it running",
  "several-processes": "Several processes",
  observe: "Observe",
}
