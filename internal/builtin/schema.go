// Package builtin has what comes of the built-in schemas alone, without the sections that
// added policies bring.
package builtin

import (
	"sync"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/schemas"
)

// FactsSchema is the schema of the facts that the Regulation asks about, which are all
// that public records know of. It is compiled once, which takes some milliseconds.
var FactsSchema = sync.OnceValues(func() (*facts.Schema, error) {
	bundle, err := schemas.Facts()
	if err != nil {
		return nil, err
	}
	return facts.NewSchema(bundle)
})
