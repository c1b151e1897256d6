package fine

import "github.com/dsaeval/dsaeval/internal/exact"

// Decimal is an exact decimal number. It is immutable; the zero value is 0.
type Decimal = exact.Decimal
