package fines

import "github.com/dsaeval/dsaeval/internal/exact"

// Decimal is an exact decimal number; none of the money here is ever a float.
type Decimal = exact.Decimal
