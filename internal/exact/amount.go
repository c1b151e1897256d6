package exact

// Amount is a decimal in an expression that may not be known. Whatever reads it
// then ends with its error: it is neither above nor below anything. The zero
// Amount is 0.
type Amount struct {
	value Decimal
	err   error
}

// Known is an amount that is known.
func Known(value Decimal) Amount { return Amount{value: value} }

// NotKnown is an amount that ends the evaluation of what reads it with an error.
func NotKnown(err error) Amount { return Amount{err: err} }
