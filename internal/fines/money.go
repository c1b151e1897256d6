package fines

import (
	"github.com/dsaeval/dsaeval/internal/currency"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// money is an amount in a currency of ISO 4217.
type money struct {
	amount   Decimal
	currency string
}

// share returns a part of an amount, exact.
func (m money) share(part Decimal) (money, error) {
	amount, err := m.amount.Mul(part)
	return money{amount, m.currency}, err
}

// down rounds down to the smallest unit of the currency: the cent, or none for
// a currency without one.
func (m money) down() money {
	return money{m.amount.Rounded(currency.Digits(m.currency), exact.Down), m.currency}
}

// nearest rounds half to even to the smallest unit of the currency.
func (m money) nearest() money {
	return money{m.amount.Rounded(currency.Digits(m.currency), exact.HalfEven), m.currency}
}

// String writes the amount alone, as the JSON report does, with the digits of
// its currency. What is not rounded yet keeps all its digits.
func (m money) String() string {
	digits := currency.Digits(m.currency)
	if m.amount.Places() < digits {
		return m.amount.Rounded(digits, exact.Down).Fixed()
	}
	return m.amount.Fixed()
}
