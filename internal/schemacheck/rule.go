package schemacheck

import "github.com/dsaeval/dsaeval/internal/document"

// rule is one schema. The zero rule allows everything.
type rule struct {
	never bool // the schema false

	types kinds

	words  map[string]bool  // the texts of an enum
	values []*document.Node // its other values
	listed bool             // there is an enum
	fixed  *document.Node   // const

	// of numbers
	minimum, maximum           *bound
	aboveMinimum, belowMaximum *bound // the exclusive ones

	// of texts
	minLength, maxLength limit
	pattern              *pattern
	formatName           string
	format               func(string) bool

	// of lists
	minItems, maxItems limit
	unique             bool
	items              *rule

	// of objects
	minProperties, maxProperties limit
	properties                   map[string]*rule
	patterns                     []patternRule
	additional                   *rule
	names                        *rule
	required                     []string
	dependent                    map[string][]string

	// of the same value
	all []*rule // of allOf and $ref
	any []*rule
	one []*rule
	not *rule
}

// patternRule is a rule for the members whose names match.
type patternRule struct {
	pattern *pattern
	rule    *rule
}

// kinds is a set of types; the empty set stands for all of them.
type kinds uint16

const integer kinds = 1 << 15 // Number where it is whole

func kindsOf(kind document.Kind) kinds { return 1 << kind }

// limit is a number of characters, elements or members, one more than that so
// that the zero limit is none.
type limit int

func (l limit) above(n int) bool { return l > 0 && n < int(l)-1 }

func (l limit) below(n int) bool { return l > 0 && n > int(l)-1 }
