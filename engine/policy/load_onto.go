package policy

import (
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// onto is the image of the built-in policies, to which those of others are added: of
// the built-in rules only those are parsed and compiled that the others read, the other
// 200 stand in the image as they are answered. A nil one holds nothing.
type onto struct{ *Set }

// image returns the image that the first source is in, or nil where there is none: the
// source is not the built-in one, facts are of another schema, or all is to be compiled.
func (o Options) image(files []sourceFile) (*onto, error) {
	if o.all || o.WithoutBuiltin || len(o.Sources) < 2 || o.Sources[0].Name != builtinName || !extendsFacts(o.Facts) {
		return nil, nil
	}
	own := slices.DeleteFunc(slices.Clone(files), func(f sourceFile) bool { return f.source > 0 })
	set, err := readImage(builtin)
	if err != nil || set.digest != digest(own) {
		return nil, err
	}
	return &onto{set}, nil
}

// builtinName is the name of the built-in source in the places that the image holds.
const builtinName = "policies"

// extendsFacts reports whether a schema of facts is the built-in one, of which an image
// is made, but for the sections that others add.
func extendsFacts(schema map[string]any) bool {
	return extends(schema, factschema.Builtin(), "$defs", "properties")
}

// extends reports whether an object has what another has: the same in all members but
// those named, of which it may have more within. What is extensions is for others.
func extends(schema, own map[string]any, open ...string) bool {
	for name, mine := range own {
		theirs, known := schema[name]
		if name == "extensions" || known && reflect.DeepEqual(mine, theirs) {
			continue
		}
		within, ok := mine.(map[string]any)
		more, okToo := theirs.(map[string]any)
		if !slices.Contains(open, name) || !ok || !okToo || !extends(more, within) {
			return false
		}
	}
	return true
}

// holds reports whether a file of rules is in the image.
func (b *onto) holds(f sourceFile) bool {
	return b != nil && f.source == 0 && path.Ext(f.path) == ".rego"
}

// without leaves out the rules that are in the image.
func (b *onto) without(files []sourceFile) []sourceFile {
	return slices.DeleteFunc(slices.Clone(files), b.holds)
}

var packageLine = regexp.MustCompile(`(?m)^package (\S+)`)

// join adds those rules of the image to parsed ones that these read, by themselves or
// through others, and the rules about scope, which are asked about every obligation.
func (b *onto) join(frontEnd rules.FrontEnd, parsed rules.Parsed, files []sourceFile) error {
	if b == nil {
		return nil
	}
	left := map[string][]rules.File{} // by package
	for _, file := range files {
		if b.holds(file) {
			name := "data." + string(packageLine.FindSubmatch(file.content)[1])
			left[name] = append(left[name], rules.File{Name: file.name, Content: file.content})
		}
	}
	for refers := append(parsed.Refers(), scopeRules); ; {
		var read []rules.File
		for name, files := range left {
			if slices.ContainsFunc(refers, func(ref string) bool { return below(ref, name) || below(name, ref) }) {
				read = append(read, files...)
				delete(left, name)
			}
		}
		if len(read) == 0 {
			return nil
		}
		more, problems := frontEnd.Parse(read)
		if err := Defects(problems).orNil(); err != nil {
			return err
		}
		parsed.Join(more)
		refers = more.Refers()
	}
}

// below reports whether a reference leads to another or to what is below it.
func below(ref, other string) bool {
	rest, ok := strings.CutPrefix(ref, other)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// begin puts the obligations of the image into a set.
func (b *onto) begin(set *Set) {
	for _, o := range b.obligations {
		set.obligations = append(set.obligations, o)
		set.byID[o.ID] = o
		set.packages[o.pkg] = true
	}
}

// lower returns the rules of a set as they are answered: those of the image as they
// are, and the others.
func (b *onto) lower(set *Set) *rules.Lowered {
	all := set.rulesAsked()
	if b == nil {
		return set.compiled.Lower(all, set.schema.asRules(), nil)
	}
	own := b.lowered()
	more := set.compiled.Lower(slices.DeleteFunc(all, func(q rules.Question) bool {
		_, known := own.Roots[q.Name]
		return known
	}), set.schema.asRules(), own.Program)
	roots := make(map[string]kleene.Root, len(own.Roots)+len(more.Roots))
	for _, lowered := range []*rules.Lowered{own, more} {
		for name, root := range lowered.Roots {
			roots[name] = root
		}
	}
	return &rules.Lowered{Program: more.Program, Roots: roots, Refused: more.Refused, Reads: func(name string) rules.Reads {
		if _, known := own.Roots[name]; known {
			return own.Reads(name)
		}
		return more.Reads(name)
	}}
}
