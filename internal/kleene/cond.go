package kleene

import (
	"strconv"
	"strings"
)

// Op says how a condition is read.
type Op uint8

// The conditions. An undefined side makes a comparison a no.
const (
	Always Op = iota + 1
	Never
	And        // each of Of
	Or         // at least one of Of
	Not        // Of[0] is not so
	Truth      // Left is there and not false
	Defined    // Left is there
	Equal      // Left is Right
	Differ     // both are there and not the same
	Below      // Left is less than Right
	AtMost     //
	Above      //
	AtLeast    //
	Member     // Left is an element of Right
	BeginsWith // the text Left begins with the text Right
	EndsWith   //
	Contains   // the text Right stands in the text Left
	Some       // Of[0] is so for at least one element of Left, in Loop
	Lookup     // there is something at the key Right of Left, and Of[0] is so for it, in Loop
	Emit       // always; tells the collector of Left
)

// Cond is a condition. Those of a program are immutable, and equal ones are the
// same.
type Cond struct {
	Op          Op
	Loop        int32
	Of          []*Cond
	Left, Right *Term

	node
}

// Hash is the same for equal conditions, as long as the process lives.
func (c *Cond) Hash() uint64 { return c.hash }

// Equal reports whether two conditions are the same.
func (c *Cond) Equal(d *Cond) bool { return c.equal(d) }

var opSigns = [...]string{
	Equal: "==", Differ: "!=", Below: "<", AtMost: "<=", Above: ">", AtLeast: ">=",
	Member: "in", BeginsWith: "begins with", EndsWith: "ends with", Contains: "contains",
}

// String writes the condition for tests and messages of defects.
func (c *Cond) String() string {
	switch c.Op {
	case Always:
		return "true"
	case Never:
		return "false"
	case And:
		return c.join(" and ")
	case Or:
		return c.join(" or ")
	case Not:
		return "not " + c.Of[0].String()
	case Truth:
		return c.Left.String()
	case Defined:
		return "defined(" + c.Left.String() + ")"
	case Some:
		return "some(e" + strconv.Itoa(int(c.Loop)) + " of " + c.Left.String() + ": " + c.Of[0].String() + ")"
	case Lookup:
		return "at(e" + strconv.Itoa(int(c.Loop)) + " = " + c.Left.String() + "[" + c.Right.String() + "]: " + c.Of[0].String() + ")"
	case Emit:
		return "emit(" + c.Left.String() + ")"
	}
	return c.Left.String() + " " + opSigns[c.Op] + " " + c.Right.String()
}

func (c *Cond) join(word string) string {
	words := make([]string, len(c.Of))
	for i, each := range c.Of {
		words[i] = each.String()
	}
	return "(" + strings.Join(words, word) + ")"
}
