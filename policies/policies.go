// Package policies holds the obligations as Rego, the figures of the law, the
// parameters that stand for its open words, and the fine models.
package policies

import (
	"embed"
	"io/fs"
)

// The pattern is "all:" because embed would otherwise leave out files whose
// names begin with a dot or an underscore.
//
//go:embed all:dsa law parameters
var files embed.FS

// FS returns the policy files as they are laid out in the repository.
func FS() fs.FS { return files }
