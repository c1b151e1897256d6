// Package policies holds the obligations as Rego, the figures of the law, the
// parameters that stand for its open words, the readings of words that bear
// more than one meaning, and the models of fines.
package policies

import (
	"embed"
	"io/fs"
)

// Tests stay out of the program, and cases where nothing shows them.
//
//go:embed application.yaml infringements.yaml texts.yaml calendar/*.csv dsa/*/*.rego fines/*.csv fines/*.yaml law/*.yaml parameters/*.yaml readings/*.yaml
var files embed.FS

// FS returns the policy files as they are laid out in the repository.
func FS() fs.FS { return files }
