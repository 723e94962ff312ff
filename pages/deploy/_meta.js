export default {
  index: "Deploy",
  docker: "Docker",
  vercel: "Vercel",
  proxy: "nginx and Caddy",
  "several-processes": "Several processes",
  observe: "Observe",
}
