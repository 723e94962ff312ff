export default {
  index: "Add the table",
  "from-scratch": "From scratch",
  "older-table": "An older table",
  notes: "Notes for each database",
}
