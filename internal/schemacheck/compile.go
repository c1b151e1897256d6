package schemacheck

import (
	"regexp"
	"strconv"

	"github.com/dsaeval/dsaeval/internal/document"
)

// compiler builds the rules of one schema.
type compiler struct {
	dialect  Dialect
	rules    map[string]*rule // by JSON Pointer: what a reference can lead to
	refs     []reference
	targets  map[string]string // pointers by reference; a thousand facts share few types
	patterns map[string]*pattern
}

// reference is one whose target may not have been read yet.
type reference struct {
	rule         *rule
	from, target string
}

// compile returns the rule of the schema at a place. A schema is true, false or an
// object of keywords.
func (c *compiler) compile(schema any, place string) (*rule, error) {
	r := &rule{}
	c.rules[place] = r
	switch schema := schema.(type) {
	case bool:
		r.never = !schema
		return r, nil
	case map[string]any:
		for keyword, value := range schema {
			read, known := keywords[keyword]
			if !known {
				if c.dialect.Annotation != nil && c.dialect.Annotation(keyword) {
					continue
				}
				return nil, Unsupported{place, keyword}
			}
			if err := read(c, r, value, at{place, keyword}); err != nil {
				return nil, err
			}
		}
		return r, nil
	default:
		return nil, Unsupported{place, ""}
	}
}

// at is where a keyword stands.
type at struct{ place, keyword string }

// unsupported is the error of a keyword whose value is not understood.
func (a at) unsupported() error { return Unsupported{a.place, a.keyword} }

// below is the place of a schema in the value of the keyword.
func (a at) below(step string) string {
	return a.place + "/" + a.keyword + "/" + document.EscapeStep(step)
}

// schema reads the one schema of a keyword.
func (c *compiler) schema(value any, a at) (*rule, error) {
	return c.compile(value, a.place+"/"+a.keyword)
}

// list reads the schemas of a keyword that has a list of them.
func (c *compiler) list(value any, a at) ([]*rule, error) {
	list, _ := value.([]any)
	if len(list) == 0 {
		return nil, a.unsupported()
	}
	rules := make([]*rule, len(list))
	for i, schema := range list {
		var err error
		if rules[i], err = c.compile(schema, a.below(strconv.Itoa(i))); err != nil {
			return nil, err
		}
	}
	return rules, nil
}

// named reads the schemas of a keyword that has one for each name.
func (c *compiler) named(value any, a at) (map[string]*rule, error) {
	object, ok := value.(map[string]any)
	if !ok {
		return nil, a.unsupported()
	}
	rules := make(map[string]*rule, len(object))
	for name, schema := range object {
		var err error
		if rules[name], err = c.compile(schema, a.below(name)); err != nil {
			return nil, err
		}
	}
	return rules, nil
}

// pattern reads a pattern, one that stands in the schema more than once only once.
func (c *compiler) pattern(value any, a at) (*pattern, error) {
	text, ok := value.(string)
	if !ok {
		return nil, a.unsupported()
	}
	if known, ok := c.patterns[text]; ok {
		return known, nil
	}
	read := newPattern(text)
	if !read.sound() {
		return nil, a.unsupported()
	}
	c.patterns[text] = read
	return read, nil
}

// plain is a reference that all readers understand alike. Others, with percent signs
// and spaces, may mean one thing to the one and another to the other.
var plain = regexp.MustCompile(`^#[A-Za-z0-9_.$/~-]*$`)

// target returns the canonical pointer of a reference within the document.
func target(ref string) (pointer string, ok bool) {
	if !plain.MatchString(ref) {
		return "", false
	}
	steps, ok := document.SplitPointer(ref[1:])
	if !ok {
		return "", false
	}
	for _, step := range steps {
		pointer += "/" + document.EscapeStep(step)
	}
	return pointer, true
}

// ends reports whether checking a value comes to an end: a rule that asks itself
// about the same value never answers. Those that are known to end are noted.
func (r *rule) ends(known map[*rule]bool) bool {
	if ends, begun := known[r]; begun {
		return ends
	}
	known[r] = false // as long as the answer is open, asking again goes in a circle
	for _, rules := range [][]*rule{r.all, r.any, r.one} {
		for _, each := range rules {
			if !each.ends(known) {
				return false
			}
		}
	}
	known[r] = r.not == nil || r.not.ends(known)
	return known[r]
}
