package policytest

import (
	"fmt"

	"github.com/dsaeval/dsaeval/internal/document"
)

// places are where the keys of a case file stand, by the keys that lead there:
// cases/0/facts/service.categories.
type places struct {
	file string
	keys map[string]document.Position
}

func placesOf(name string, root *document.Node) places {
	p := places{file: name, keys: map[string]document.Position{}}
	p.walk("", root)
	return p
}

func (p places) walk(path string, n *document.Node) {
	for _, member := range n.Members {
		at := path + "/" + member.Key
		p.keys[at] = member.KeyPosition
		p.walk(at, member.Value)
	}
	for i, element := range n.Elements {
		p.walk(fmt.Sprintf("%s/%d", path, i), element)
	}
}

// at returns where a key stands or, if it is not written, the file.
func (p places) at(key string) document.Position {
	if at, ok := p.keys["/"+key]; ok {
		return at
	}
	return document.Position{File: p.file}
}

// ofCase returns where a key of a case stands, or else where the case begins.
func (p places) ofCase(i int, key string) document.Position {
	path := fmt.Sprintf("/cases/%d/", i)
	if at, ok := p.keys[path+key]; ok {
		return at
	}
	if at, ok := p.keys[path+"note"]; ok {
		return at
	}
	return p.at("cases")
}

// fact returns where a fact of the compliant service stands.
func (p places) fact(path string) document.Position { return p.at("compliant/" + path) }
