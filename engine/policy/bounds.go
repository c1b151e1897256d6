package policy

import (
	"math/big"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// compared holds between which numbers two sides of a comparison lie; nil where
// there is no bound.
type compared struct{ leftLow, leftHigh, rightLow, rightHigh *big.Rat }

// compare reads the two sides of a comparison that partial evaluation left open.
// A count that nobody gave is never negative, no less than the parts of it that
// are known and no more than the whole.
func (r residual) compare(left, right *ast.Term) compared {
	var c compared
	c.leftLow, c.leftHigh = r.bounds(left)
	if c.leftLow != nil || c.leftHigh != nil {
		c.rightLow, c.rightHigh = r.bounds(right)
	}
	return c
}

// below answers whether the left side is below the right one.
func (c compared) below() answer {
	switch {
	case c.leftHigh != nil && c.rightLow != nil && c.leftHigh.Cmp(c.rightLow) < 0:
		return yes
	case c.leftLow != nil && c.rightHigh != nil && c.leftLow.Cmp(c.rightHigh) >= 0:
		return no
	default:
		return unknown
	}
}

// equal answers whether both sides are the same number.
func (c compared) equal() answer {
	other := compared{c.rightLow, c.rightHigh, c.leftLow, c.leftHigh}
	if c.below() == yes || other.below() == yes {
		return no
	}
	return unknown
}

func (r residual) bounds(term *ast.Term) (low, high *big.Rat) {
	switch value := term.Value.(type) {
	case ast.Number:
		exact, ok := new(big.Rat).SetString(string(value))
		if !ok {
			return nil, nil
		}
		return exact, exact
	case ast.Ref:
		if !value.HasPrefix(ast.InputRootRef) || !value.IsGround() {
			return nil, nil
		}
		low, high = r.world.bounds(value)
		if low == nil && r.world.schema.neverNegative(value) {
			low = new(big.Rat)
		}
	}
	return low, high
}

// bounds returns between which numbers an unknown count lies.
func (w world) bounds(fact ast.Ref) (low, high *big.Rat) {
	path := pathTo(fact)
	if !w.schema.relations.Counted(path) {
		return nil, nil
	}
	known, err := ast.JSON(w.input)
	if err != nil {
		return nil, nil
	}
	return w.schema.relations.Bounds(facts.NodeOf(known), path)
}
