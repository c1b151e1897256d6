package exact

import (
	"fmt"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// literal is what numbers look like in expressions. The exponent is short, so that a
// few characters cannot stand for a number with a billion digits.
var literal = lazy.NewRegexp(`^-?[0-9]*([.][0-9]*)?([eE][+-]?[0-9]{1,2})?$`)

// ParseLiteral reads a number as expressions have it: also .5, 1e9 and 1_000.
func ParseLiteral(text string) (Decimal, error) {
	text = strings.ReplaceAll(text, "_", "")
	if len(text) > 60 || !literal.MatchString(text) {
		return Decimal{}, fmt.Errorf("%s is not a number of at most 60 characters with an exponent of at most two digits", text)
	}
	d, _, err := apd.NewFromString(text)
	if err != nil {
		return Decimal{}, fmt.Errorf("%s is not a number", text)
	}
	return Decimal{d}, nil
}

// written returns a node as it was written.
func written(source []rune, n ast.Node) string {
	at := n.Location()
	return string(source[at.From:at.To])
}
