package policy

import (
	"fmt"
	"hash/fnv"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/opa"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

// loadBoth loads policies onto the image and, of one in 32 sets of files, all of them
// compiled together: what is refused is the same, and so is what is loaded.
func loadBoth(t *testing.T, options Options) (*Set, error) {
	t.Helper()
	set, err := load(t.Context(), options)
	if len(options.Sources) > 1 && (*all || sampled(t, options.Sources[1])) {
		requireSame(t, options, set, err)
	}
	return set, err
}

// sampled chooses one in 32 sources by their content.
func sampled(t *testing.T, source Source) bool {
	t.Helper()
	digest, err := source.Digest()
	require.NoError(t, err)
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(digest))
	return hash.Sum32()%32 == 0
}

// requireSame compares what came of loading with what comes of compiling everything.
func requireSame(t *testing.T, options Options, set *Set, err error) {
	t.Helper()
	options.all = true
	whole, errOfWhole := load(t.Context(), options)
	if errOfWhole != nil {
		require.EqualError(t, err, errOfWhole.Error())
		return
	}
	require.NoError(t, err)
	require.Equal(t, whole.SHA256(), set.SHA256())
	require.Equal(t, whole.Origins(), set.Origins())
	require.Equal(t, whole.obligations, set.obligations)
	require.Equal(t, whole.parameters, set.parameters)
	require.Equal(t, whole.packages, set.packages)
	theirs, ours := whole.lowered(), set.lowered()
	require.Equal(t, theirs.Refused, ours.Refused)
	require.Len(t, ours.Roots, len(theirs.Roots))
	require.Equal(t, relationsOf(theirs.Program), relationsOf(ours.Program))
	for name, root := range theirs.Roots {
		other, ok := ours.Roots[name]
		require.True(t, ok, name)
		// Of what may be long, so that a failure can be read.
		assert.True(t, written(theirs.Program, root) == written(ours.Program, other), "%s is not lowered as it is with all others", name)
		require.Equal(t, theirs.Reads(name), ours.Reads(name), name)
	}
}

var slotSign = regexp.MustCompile(`\$\d+`)

// written writes a question with the names of its slots, which have other numbers in
// another program.
func written(p *kleene.Program, r kleene.Root) string {
	text := ""
	if r.Cond != nil {
		text = r.Cond.String()
	}
	for _, f := range r.Findings {
		text += "\n" + f.Code + " " + f.Cond.String()
		if f.List != nil {
			text += " of " + f.List.String()
		}
	}
	return slotSign.ReplaceAllStringFunc(text, func(sign string) string {
		number, err := strconv.Atoi(sign[1:])
		if err != nil || number >= len(p.Slots) {
			return sign
		}
		return slotName(p, int32(number))
	})
}

func slotName(p *kleene.Program, slot int32) string {
	name := "$" + strconv.Itoa(int(p.Slots[slot].Kind))
	for _, step := range p.Slots[slot].Path {
		name += "." + step
	}
	return name
}

// relationsOf is what is known about facts together, by their names.
func relationsOf(p *kleene.Program) []string {
	name := func(slot int32) string { return slotName(p, slot) }
	var all []string
	for _, pair := range p.Relations.Pairs {
		all = append(all, fmt.Sprint(name(pair.A), name(pair.B), pair.AIs, pair.BIs, pair.Negated))
	}
	for _, sign := range p.Relations.Signs {
		all = append(all, fmt.Sprint(name(sign.Flag), name(sign.Of)))
	}
	for _, need := range p.Relations.Needs {
		all = append(all, fmt.Sprint(name(need.Fact), need.Is, name(need.In), need.OneOf, name(max(need.Unless, 0)), need.Unless < 0))
	}
	for _, count := range p.Relations.Counts {
		text := name(count.Slot)
		for _, slots := range append([][]int32{count.Wholes, count.Parts}, count.Sums...) {
			text += " of"
			for _, slot := range slots {
				text += " " + name(slot)
			}
		}
		all = append(all, text)
	}
	slices.Sort(all)
	return all
}

// TestOntoImage: rules of one's own are compiled with those that they read, and are
// loaded as if all had been.
func TestOntoImage(t *testing.T) {
	t.Parallel()
	extension := schemas.Extension{Name: "house", File: "house/schemas/house.schema.json", Content: []byte(
		`{"type": "object", "properties": {"replies_count": {"$ref": "common.schema.json#/$defs/count", "description": "How many replies there were.", "x-question": "How many replies were there?", "x-unit": "replies", "x-nature": "recorded"}}}`)}
	for name, c := range map[string]struct {
		rules      string
		extensions []schemas.Extension
		least      int // how many modules are compiled: the own one, and of the others only those that are read
		most       int
		refused    string // what the message says, if it is refused
	}{
		"facts alone":           {rules: ground, least: 2, most: 2},
		"a rule of an Article":  {rules: "# METADATA\n# title: It was found\nbreach contains \"found\" if data.dsa.art16.art16_6.breach[\"fault_open\"]\n", least: 3, most: 9},
		"an import":             {rules: "import data.dsa.art16.art16_6\n\n# METADATA\n# title: It was found\nbreach contains \"found\" if art16_6.breach[\"fault_open\"]\n", least: 3, most: 9},
		"any rule":              {rules: "# METADATA\n# title: It was found\nbreach contains \"found\" if {\n\tsome article\n\tdata.dsa.art16[article].breach[\"fault_open\"]\n}\n", least: 10, most: 40},
		"all that there is":     {rules: "import data.dsa as all_of_it\n\n# METADATA\n# title: It was found\nbreach contains \"found\" if {\n\tsome article\n\tall_of_it.art16[article].breach[\"fault_open\"]\n}\n", least: 200, most: 1000},
		"a call with too few":   {rules: "import data.dsa.periods\n\n# METADATA\n# title: It was found\nbreach contains \"found\" if periods.over(input.reporting_pipeline.fault_fixed_on, 1, \"days\")\n", refused: "function data.dsa.periods.over has arity 4, got 3 arguments"},
		"no rule that there is": {rules: "# METADATA\n# title: It was found\nbreach contains \"found\" if data.dsa.art16.art16_6.nothing\n", least: 3, most: 9},
		"facts of one's own":    {rules: "# METADATA\n# title: It was found\nbreach contains \"found\" if input.extensions.house.replies_count > 3\n", extensions: []schemas.Extension{extension}, least: 2, most: 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bundle, err := schemas.Facts(c.extensions...)
			require.NoError(t, err)
			options := Options{Facts: bundle, Sources: []Source{
				{Name: "policies", FS: policies.FS()},
				{Name: "house", FS: fstest.MapFS{"one.rego": {Data: []byte(header + c.rules)}}},
			}}
			set, err := load(t.Context(), options)
			requireSame(t, options, set, err)
			if c.refused != "" {
				require.ErrorContains(t, err, c.refused)
				return
			}
			require.NoError(t, err)
			compiled := len(set.compiled.(*opa.Compiled).Compiler.Modules)
			require.True(t, c.least <= compiled && compiled <= c.most, "%d modules were compiled", compiled)
			require.NotNil(t, set.whole, "all was compiled")
		})
	}
}

// TestNotOntoImage: where the image says nothing of what is asked for, everything is
// compiled.
func TestNotOntoImage(t *testing.T) {
	t.Parallel()
	house := Source{Name: "house", FS: fstest.MapFS{"one.rego": {Data: []byte(header + ground)}}}
	own := Source{Name: "policies", FS: policies.FS()}
	changed, err := schemas.Facts()
	require.NoError(t, err)
	changed["$defs"].(map[string]any)["reporting_pipeline"].(map[string]any)["properties"].(map[string]any)["fault_fixed"] = map[string]any{"type": "string"}
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	for name, options := range map[string]Options{
		"the built-in ones alone": {Facts: bundle, Sources: []Source{own}},
		"by another name":         {Facts: bundle, Sources: []Source{{Name: "law", FS: policies.FS()}, house}},
		"without obligations":     {Facts: bundle, Sources: []Source{own, house}, WithoutBuiltin: true},
		"facts of another schema": {Facts: changed, Sources: []Source{own, house}},
		"other policies":          {Facts: bundle, Sources: []Source{{Name: "policies", FS: house.FS}, house}},
	} {
		files := []sourceFile{}
		for i, source := range options.Sources {
			read, err := source.read()
			require.NoError(t, err, name)
			for _, file := range read {
				file.source = i
				files = append(files, file)
			}
		}
		base, err := options.image(files)
		require.NoError(t, err, name)
		require.Nil(t, base, name)
	}
}
