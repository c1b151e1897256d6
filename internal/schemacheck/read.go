package schemacheck

import (
	"regexp"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
)

func readAnything(*compiler, *rule, any, at) error { return nil }

func readText(_ *compiler, _ *rule, value any, a at) error {
	if _, ok := value.(string); !ok {
		return a.unsupported()
	}
	return nil
}

func readList(_ *compiler, _ *rule, value any, a at) error {
	if _, ok := value.([]any); !ok {
		return a.unsupported()
	}
	return nil
}

// readDraft takes no schema of another draft, where keywords may mean other things.
func readDraft(_ *compiler, _ *rule, value any, a at) error {
	if value != draft || a.place != "" {
		return a.unsupported()
	}
	return nil
}

// address is a name of a schema that all readers understand alike.
var address = regexp.MustCompile(`^https://[a-z0-9.-]+(/[A-Za-z0-9._-]+)+$`)

// readID takes the name of the whole schema. Within it, a name would change what
// references mean.
func readID(_ *compiler, _ *rule, value any, a at) error {
	id, ok := value.(string)
	if !ok || a.place != "" || !address.MatchString(id) {
		return a.unsupported()
	}
	return nil
}

func readReference(c *compiler, r *rule, value any, a at) error {
	text, _ := value.(string)
	pointer, read := c.targets[text]
	if !read {
		var ok bool
		if pointer, ok = target(text); !ok {
			return a.unsupported()
		}
		c.targets[text] = pointer
	}
	c.refs = append(c.refs, reference{rule: r, from: a.place, target: pointer})
	return nil
}

func readDefinitions(c *compiler, _ *rule, value any, a at) error {
	_, err := c.named(value, a)
	return err
}

var typeKinds = map[string]kinds{
	"object": kindsOf(document.Object), "array": kindsOf(document.Array), "string": kindsOf(document.String),
	"number": kindsOf(document.Number), "boolean": kindsOf(document.Bool), "null": kindsOf(document.Null), "integer": integer,
}

func readTypes(_ *compiler, r *rule, value any, a at) error {
	if name, ok := value.(string); ok {
		value = []any{name}
	}
	names, err := distinct(value, a)
	if err != nil || len(names) == 0 {
		return a.unsupported()
	}
	for _, name := range names {
		kind, ok := typeKinds[name]
		if !ok {
			return a.unsupported()
		}
		r.types |= kind
	}
	return nil
}

func readEnum(_ *compiler, r *rule, value any, a at) error {
	list, _ := value.([]any)
	if len(list) == 0 {
		return a.unsupported()
	}
	r.listed, r.words = true, map[string]bool{}
	for _, value := range list {
		if word, ok := value.(string); ok {
			r.words[word] = true
			continue
		}
		n, err := nodeOf(value, a)
		if err != nil {
			return err
		}
		r.values = append(r.values, n)
	}
	return nil
}

// readFormat takes only formats that are tested: whether an unknown one allows
// everything is not for this package to say.
func readFormat(c *compiler, r *rule, value any, a at) error {
	if name, ok := value.(string); ok && c.dialect.Format != nil {
		r.formatName, r.format = name, c.dialect.Format(name)
	}
	if r.format == nil {
		return a.unsupported()
	}
	return nil
}

func readUnique(_ *compiler, r *rule, value any, a at) error {
	unique, ok := value.(bool)
	if !ok {
		return a.unsupported()
	}
	r.unique = unique
	return nil
}

func readPatterns(c *compiler, r *rule, value any, a at) error {
	rules, err := c.named(value, a)
	if err != nil {
		return err
	}
	for _, text := range sortedKeys(rules) {
		pattern, err := c.pattern(text, a)
		if err != nil {
			return err
		}
		r.patterns = append(r.patterns, patternRule{pattern, rules[text]})
	}
	return nil
}

func readDependent(_ *compiler, r *rule, value any, a at) error {
	object, ok := value.(map[string]any)
	if !ok {
		return a.unsupported()
	}
	r.dependent = make(map[string][]string, len(object))
	for name, others := range object {
		var err error
		if r.dependent[name], err = distinct(others, a); err != nil {
			return err
		}
	}
	return nil
}

// distinct reads a list of texts, each once, as JSON Schema asks for.
func distinct(value any, a at) ([]string, error) {
	list, ok := value.([]any)
	if !ok {
		return nil, a.unsupported()
	}
	texts := make([]string, 0, len(list))
	for _, each := range list {
		text, ok := each.(string)
		if !ok || slices.Contains(texts, text) {
			return nil, a.unsupported()
		}
		texts = append(texts, text)
	}
	return texts, nil
}
