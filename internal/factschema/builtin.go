package factschema

import (
	"sync"

	"github.com/dsaeval/dsaeval/schemas"
)

// Builtin returns the schema of the facts that the Regulation asks about, without
// sections of a user's own, as schemas.Facts does. It is parsed once, shared and must not
// be changed.
func Builtin() map[string]any { return builtin() }

var builtin = sync.OnceValue(func() map[string]any {
	bundle, err := schemas.Facts()
	if err != nil {
		panic(err) // it is built in, and tests read it
	}
	return bundle
})
