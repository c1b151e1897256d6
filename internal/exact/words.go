package exact

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Words are the values of which a text can only have one, and what the text is
// called in a message. A word that is none of them would make a comparison false,
// or true, for ever, and nobody would notice.
type Words struct {
	Of   string
	Each []string
}

// words checks comparisons with words, where the types of members are known. It
// changes nothing.
type words struct {
	of func(ast.Node) *Words
	// elements are the pointers within a predicate over a list of words.
	elements map[*ast.PointerNode]*Words
	compared []comparedWord
}

// comparedWord is a comparison; fits says whether it can be true of a word.
type comparedWord struct {
	text, word ast.Node
	fits       func(each, word string) bool
}

func same(each, word string) bool { return each == word }

// partly are the comparisons with a part of a word.
var partly = map[string]func(each, part string) bool{"startsWith": strings.HasPrefix, "endsWith": strings.HasSuffix, "contains": strings.Contains}

// Reset forgets what a round found before the tree was changed.
func (w *words) Reset() {
	w.compared, w.elements = nil, map[*ast.PointerNode]*Words{}
}

// ShouldRepeat says that it needs no round of its own.
func (w *words) ShouldRepeat() bool { return false }

func (w *words) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.BuiltinNode:
		w.predicate(n)
	case *ast.BinaryNode:
		switch n.Operator {
		case "==", "!=":
			w.compared = append(w.compared, comparedWord{n.Left, n.Right, same}, comparedWord{n.Right, n.Left, same})
		case "startsWith", "endsWith", "contains":
			w.compared = append(w.compared, comparedWord{n.Left, n.Right, partly[n.Operator]})
		case "in", "not in":
			if list, ok := n.Right.(*ast.ArrayNode); ok {
				for _, element := range list.Nodes {
					w.compared = append(w.compared, comparedWord{n.Left, element, same})
				}
			}
		}
	}
}

// predicate notes what # is in any(.penalty, # == "none"). Those of a predicate
// within have been met before.
func (w *words) predicate(n *ast.BuiltinNode) {
	if len(n.Arguments) < 2 {
		return
	}
	list := w.of(n.Arguments[0])
	pointers := pointersIn{}
	ast.Walk(&n.Arguments[1], &pointers)
	for _, pointer := range pointers.found {
		if _, met := w.elements[pointer]; !met {
			w.elements[pointer] = list
		}
	}
}

type pointersIn struct{ found []*ast.PointerNode }

func (p *pointersIn) Visit(node *ast.Node) {
	if pointer, ok := (*node).(*ast.PointerNode); ok {
		p.found = append(p.found, pointer)
	}
}

// check returns the first comparison with a word that the text can never be.
func (w *words) check() *Fault {
	for _, c := range w.compared {
		word, ok := textIn(c.word)
		if !ok {
			continue
		}
		allowed := w.of(c.text)
		if pointer, ok := c.text.(*ast.PointerNode); ok {
			allowed = w.elements[pointer]
		}
		if allowed == nil || slices.ContainsFunc(allowed.Each, func(each string) bool { return c.fits(each, word) }) {
			continue
		}
		wrong := At(c.word, "%s is never %q", allowed.Of, word)
		if len(allowed.Each) <= few {
			wrong.Message += "; expected " + listed(allowed.Each)
		}
		wrong.Hint = cmp.Or(begins(word, allowed.Each), document.DidYouMean(word, document.OfSameNumber(word, allowed.Each)))
		return wrong
	}
	return nil
}

// begins is a hint where a word names all provisions of an Article, or ids of it, which are
// written with more behind: 16(1), dsa.art16.1.
func begins(word string, each []string) string {
	for _, part := range []string{"(", "."} {
		if word != "" && slices.ContainsFunc(each, func(one string) bool { return strings.HasPrefix(one, word+part) }) {
			return fmt.Sprintf("startsWith %q", word+part)
		}
	}
	return ""
}

// few is how many words a message lists.
const few = 20

func textIn(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.ConstantNode:
		text, ok := n.Value.(string)
		return text, ok
	}
	return "", false
}

// listed leaves out that a text can be empty.
func listed(each []string) string {
	return document.List(slices.DeleteFunc(slices.Clone(each), func(word string) bool { return word == "" }))
}
