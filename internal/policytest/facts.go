package policytest

import (
	"bytes"
	"encoding/json"
	"maps"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
)

// Facts are a document as dotted paths with their values; nil takes a fact away.
type Facts map[string]any

// Under returns the facts with others laid over them, as they are.
func (f Facts) Under(others ...Facts) Facts {
	all := maps.Clone(f)
	if all == nil {
		all = Facts{}
	}
	for _, other := range others {
		for path, value := range other {
			delete(all, path)
			if value != nil {
				all[path] = value
			}
		}
	}
	return all
}

// Over returns facts with others laid over them. What those exclude is taken
// away: whoever says that there is no mechanism need not take away its parts.
func (s *Suite) Over(base Facts, others ...Facts) Facts {
	all := base.Under(others...)
	given := Facts{}.Under(others...)
	for range all {
		excluded := s.excluded(all, given)
		if len(excluded) == 0 {
			break
		}
		for _, path := range excluded {
			delete(all, path)
		}
	}
	return all
}

// excluded returns the facts that contradict given ones.
func (s *Suite) excluded(all, given Facts) []string {
	var excluded []string
	for _, paths := range s.relations.Contradictions(document.NodeOf(all.tree())) {
		var others []string
		for _, path := range paths {
			if key := all.holding(path); key != "" && given[key] == nil {
				others = append(others, key)
			}
		}
		if len(others) < len(paths) {
			excluded = append(excluded, others...)
		}
	}
	return excluded
}

// holding returns the dotted path of the fact at or around a path, or nothing.
func (f Facts) holding(path facts.Path) string {
	for ; len(path) > 0; path = path[:len(path)-1] {
		if key := path.String(); f[key] != nil {
			return key
		}
	}
	return ""
}

// JSON writes the document that the dotted paths make up.
func (f Facts) JSON() []byte {
	content, err := json.Marshal(f.tree())
	if err != nil {
		panic(err) // the tree has just been read from JSON
	}
	return content
}

// tree makes plain values of the dotted paths, as a document would have them,
// whatever types they were read as.
func (f Facts) tree() map[string]any {
	root := map[string]any{"service": map[string]any{}}
	for path, value := range f {
		keys := strings.Split(path, ".")
		node := root
		for _, key := range keys[:len(keys)-1] {
			next, ok := node[key].(map[string]any)
			if !ok {
				next = map[string]any{}
				node[key] = next
			}
			node = next
		}
		node[keys[len(keys)-1]] = value
	}
	content, err := json.Marshal(root)
	if err != nil {
		panic(err) // values are what YAML can hold
	}
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	var tree map[string]any
	if err := decoder.Decode(&tree); err != nil {
		panic(err)
	}
	return tree
}
