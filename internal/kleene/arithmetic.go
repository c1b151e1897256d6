package kleene

import (
	"errors"
	"math/big"
	"slices"
)

func init() {
	numbers := func(name string, of func(a, b Value) (Value, error), between func(a, b Value) Value) {
		Register(Function{
			Name: name,
			Apply: func(args []Value) (Value, error) {
				for _, arg := range args {
					if arg.kind != Number {
						return Nothing, wrongKind(name, arg)
					}
				}
				return of(args[0], args[1])
			},
			Unsettled: func(args []Value) (Value, error) {
				if between == nil || !maybeNumber(args[0]) || !maybeNumber(args[1]) {
					return Missing, nil
				}
				return between(args[0], args[1]), nil
			},
		})
	}
	always := func(f func(a, b Value) Value) func(a, b Value) (Value, error) {
		return func(a, b Value) (Value, error) { return f(a, b), nil }
	}
	numbers("plus", always(add), func(a, b Value) Value {
		lowA, highA := a.between()
		lowB, highB := b.between()
		return UnknownBetween(both(add, lowA, lowB), both(add, highA, highB))
	})
	numbers("mul", always(multiply), func(a, b Value) Value {
		lowA, highA := a.between()
		lowB, highB := b.between()
		if lowA.kind == Undefined || lowB.kind == Undefined || lowA.sign() < 0 || lowB.sign() < 0 {
			return Missing
		}
		if zero := Int(0); Compare(highA, zero) == 0 || Compare(highB, zero) == 0 {
			return zero
		}
		return UnknownBetween(multiply(lowA, lowB), both(multiply, highA, highB))
	})
	numbers("div", divide, nil)
	numbers("rem", remainder, nil)
	registerMinus()
	registerRounding()
}

// maybeNumber reports whether a value is a number or has the bounds of one.
func maybeNumber(v Value) bool {
	low, high := v.between()
	return (low.kind == Number || low.kind == Undefined) && (high.kind == Number || high.kind == Undefined)
}

// both counts a bound from two others, of which each may be missing.
func both(f func(a, b Value) Value, a, b Value) Value {
	if a.kind == Undefined || b.kind == Undefined {
		return Nothing
	}
	return f(a, b)
}

var errDivideByZero = errors.New("division by zero")

func divide(a, b Value) (Value, error) {
	if b.sign() == 0 {
		return Nothing, errDivideByZero
	}
	return Rational(new(big.Rat).Quo(a.Rat(), b.Rat())), nil
}

func remainder(a, b Value) (Value, error) {
	switch {
	case b.sign() == 0:
		return Nothing, errDivideByZero
	case !a.isWhole() || !b.isWhole():
		return Nothing, errors.New("rem: takes whole numbers only")
	}
	return Rational(new(big.Rat).SetInt(new(big.Int).Rem(a.Rat().Num(), b.Rat().Num()))), nil
}

// registerMinus adds the difference of two numbers or of two sets.
func registerMinus() {
	Register(Function{
		Name: "minus",
		Apply: func(args []Value) (Value, error) {
			switch a, b := args[0], args[1]; {
			case a.kind == Number && b.kind == Number:
				return subtract(a, b), nil
			case a.kind == Set && b.kind == Set:
				return SetOf(slices.DeleteFunc(slices.Clone(a.more.items), func(v Value) bool { return member(v, b) == Yes })...), nil
			}
			return Nothing, wrongKind("minus", args[0])
		},
		Unsettled: func(args []Value) (Value, error) {
			if !maybeNumber(args[0]) || !maybeNumber(args[1]) {
				return Missing, nil
			}
			lowA, highA := args[0].between()
			lowB, highB := args[1].between()
			return UnknownBetween(both(subtract, lowA, highB), both(subtract, highA, lowB)), nil
		},
	})
}

// registerRounding adds what is counted from one number.
func registerRounding() {
	half := big.NewRat(1, 2)
	floor := func(r *big.Rat) *big.Int {
		quotient, _ := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int)) // the remainder is never negative
		return quotient
	}
	ceil := func(r *big.Rat) *big.Int {
		down := floor(new(big.Rat).Neg(r))
		return down.Neg(down)
	}
	for name, of := range map[string]func(r *big.Rat) *big.Int{
		"floor": floor,
		"ceil":  ceil,
		"round": func(r *big.Rat) *big.Int {
			if r.Sign() < 0 {
				return ceil(new(big.Rat).Sub(r, half))
			}
			return floor(new(big.Rat).Add(r, half))
		},
	} {
		Register(Function{Name: name, Apply: func(args []Value) (Value, error) {
			if args[0].kind != Number {
				return Nothing, wrongKind(name, args[0])
			}
			return Rational(new(big.Rat).SetInt(of(args[0].Rat()))), nil
		}})
	}
	Register(Function{Name: "abs", Apply: func(args []Value) (Value, error) {
		if args[0].kind != Number {
			return Nothing, wrongKind("abs", args[0])
		}
		return Rational(new(big.Rat).Abs(args[0].Rat())), nil
	}})
}
