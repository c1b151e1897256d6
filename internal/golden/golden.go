// Package golden holds the one flag of tests that write anew what the repository
// holds of generated files: pages, indexes, expected reports, what README.md shows.
// `go generate ./...` sets it for each of them.
package golden

import "flag"

// Update says that generated files are written and not compared.
var Update = flag.Bool("update", false, "write anew what is generated")

// Stale is what a test says of a file that is not what it would write.
const Stale = "run go generate ./... and review what changes like code"
