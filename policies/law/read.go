package law

import (
	"io/fs"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/policies"
)

// read reads a file of the policies into a value. It panics where the file is wrong,
// which is part of the program.
func read[T any](name string) T {
	content, err := fs.ReadFile(policies.FS(), name)
	if err != nil {
		panic(err)
	}
	var into T
	if err := document.Unmarshal("policies/"+name, content, &into); err != nil {
		panic(err)
	}
	return into
}
