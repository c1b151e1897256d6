package policies

import (
	"embed"
	"io/fs"
)

// Only a program that shows examples carries the cases: what nothing refers to is left
// out of it.
//
//go:embed dsa/*/*_test.yaml
var cases embed.FS

// Cases returns the cases beside the obligations, by the paths that their rules have in
// [FS].
func Cases() fs.FS { return cases }
