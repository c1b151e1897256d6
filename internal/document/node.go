package document

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
)

// Kind says what a value is. The zero Kind is no kind.
type Kind int

// The kinds of values that a document can hold.
const (
	Object Kind = iota + 1
	Array
	String
	Number
	Bool
	Null
)

// String returns the kind in the words of messages.
func (k Kind) String() string {
	switch k {
	case Object:
		return "an object"
	case Array:
		return "a list"
	case String:
		return "text"
	case Number:
		return "a number"
	case Bool:
		return "true or false"
	case Null:
		return "null"
	default:
		return "nothing"
	}
}

// Node is one value of a document with its place. Nodes are shared between all
// who ask for them and must not be changed.
type Node struct {
	Kind Kind
	// Position is where the value begins; of a YAML block, its first key or dash.
	Position Position
	// Text is the content of a String, and of a Number as it was written.
	Text string
	// Bool is the content of a Bool.
	Bool bool
	// Members of an Object in the order of the file, each key once.
	Members []Member
	// Elements of an Array.
	Elements []*Node

	index map[string]int // of Members
}

// Member is one key of an object with its value.
type Member struct {
	Key         string
	KeyPosition Position
	Value       *Node
}

// Member returns the member of an object with that key. Safe on nil and on
// values that are no objects, which have no members.
func (n *Node) Member(key string) (Member, bool) {
	if n == nil {
		return Member{}, false
	}
	i, ok := n.find(key)
	if !ok {
		return Member{}, false
	}
	return n.Members[i], true
}

// few is how many members are looked through one by one: most objects have no more,
// and a map of each costs more to build than it saves.
const few = 32

func (n *Node) find(key string) (int, bool) {
	if n.index != nil {
		i, ok := n.index[key]
		return i, ok
	}
	for i := range n.Members {
		if n.Members[i].Key == key {
			return i, true
		}
	}
	return 0, false
}

// Value returns plain Go values: map[string]any, []any, string, json.Number,
// bool and nil. Each call builds them afresh.
func (n *Node) Value() any {
	switch n.Kind {
	case Object:
		object := make(map[string]any, len(n.Members))
		for _, member := range n.Members {
			object[member.Key] = member.Value.Value()
		}
		return object
	case Array:
		array := make([]any, len(n.Elements))
		for i, element := range n.Elements {
			array[i] = element.Value()
		}
		return array
	case String:
		return n.Text
	case Number:
		return json.Number(n.Text)
	case Bool:
		return n.Bool
	default:
		return nil
	}
}

// Show returns a value as its author wrote it, or its kind if it is long.
func (n *Node) Show() string {
	switch n.Kind {
	case String:
		return Quoted(n.Text)
	case Number:
		return Shorten(n.Text)
	case Bool:
		return strconv.FormatBool(n.Bool)
	default:
		return n.Kind.String()
	}
}

// NodeOf makes a node of plain Go values as [Node.Value] returns them. It has no
// position; the members of objects are in the order of their names.
func NodeOf(value any) *Node {
	switch value := value.(type) {
	case map[string]any:
		object := &Node{Kind: Object}
		for _, key := range slices.Sorted(maps.Keys(value)) {
			object.Add(Member{Key: key, Value: NodeOf(value[key])})
		}
		return object
	case []any:
		array := &Node{Kind: Array}
		for _, element := range value {
			array.Elements = append(array.Elements, NodeOf(element))
		}
		return array
	case string:
		return &Node{Kind: String, Text: value}
	case json.Number:
		return &Node{Kind: Number, Text: value.String()}
	case bool:
		return &Node{Kind: Bool, Bool: value}
	default:
		return &Node{Kind: Null}
	}
}

// Add appends a member; false if the key is taken.
func (n *Node) Add(member Member) bool {
	if _, taken := n.find(member.Key); taken {
		return false
	}
	n.Members = append(n.Members, member)
	switch {
	case n.index != nil:
		n.index[member.Key] = len(n.Members) - 1
	case len(n.Members) > few:
		n.index = make(map[string]int, 2*few)
		for i := range n.Members {
			n.index[n.Members[i].Key] = i
		}
	}
	return true
}

// Emptied returns an object at the same place without members, with room for as many and
// some more.
func (n *Node) Emptied(more int) *Node {
	return &Node{Kind: Object, Position: n.Position, Members: make([]Member, 0, len(n.Members)+more)}
}

// With returns a copy of an object with another value for one member.
func (n *Node) With(key string, value *Node) *Node {
	replaced := n.Emptied(1)
	for _, member := range n.Members {
		if member.Key == key {
			member.Value = value
		}
		replaced.Add(member)
	}
	replaced.Add(Member{Key: key, Value: value})
	return replaced
}

// Without returns a copy of an object without one member.
func (n *Node) Without(key string) *Node {
	kept := n.Emptied(0)
	for _, member := range n.Members {
		if member.Key != key {
			kept.Add(member)
		}
	}
	return kept
}
