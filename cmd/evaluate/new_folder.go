package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/draft"
	"github.com/dsaeval/dsaeval/internal/factschema"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/schemas"
)

// folder is a directory of policies that gains an obligation.
type folder struct {
	dir   string
	ofLaw bool // it holds the obligations of the Regulation
}

func openFolder(dir string) (*folder, error) {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return &folder{dir: dir}, nil // the first obligation makes it
	}
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is no directory", dir)
	}
	return &folder{dir: dir, ofLaw: holdsLaw(dir)}, err
}

// shown is the directory as messages name it.
func (f *folder) shown() string { return filepath.ToSlash(filepath.Clean(f.dir)) }

// schemaFile is a schema with the new fact in it.
type schemaFile struct {
	name    string // of the file
	section string
	content string
	old     []byte // as it was; nil if there was none
}

// schema adds a fact to the schema of a section. Those of the Regulation lie
// beside its policies, and there is no section without one.
func (f *folder) schema(file, section string, fact draft.NewFact) (*schemaFile, error) {
	s := &schemaFile{name: filepath.Join(f.dir, filepath.FromSlash(file)), section: section}
	if f.ofLaw {
		s.name = filepath.Join(f.dir, "..", filepath.FromSlash(file))
	}
	content, err := os.ReadFile(s.name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !f.ofLaw:
		s.content = draft.NewSection(section, fact)
		return s, nil
	case err != nil:
		return nil, err
	}
	s.old = content
	s.content, err = fact.AddTo(filepath.ToSlash(s.name), content)
	return s, err
}

// field is what the schema says about a fact, the new one included.
func (f *folder) field(path string, added *schemaFile) (*factschema.Field, error) {
	source, err := openPolicies(f.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	extensions, err := source.Extensions()
	if err != nil {
		return nil, err
	}
	if added != nil {
		kept := extensions[:0]
		for _, e := range extensions {
			if e.Name != added.section {
				kept = append(kept, e)
			}
		}
		extension := schemas.Extension{Name: added.section, File: added.name, Content: []byte(added.content)}
		if path = "extensions." + strings.TrimPrefix(path, "extensions."); f.ofLaw {
			path = "extensions." + added.section + path[strings.LastIndexByte(path, '.'):]
		}
		extensions = append(kept, extension)
	}
	bundle, err := schemas.Facts(extensions...)
	if err != nil {
		return nil, err
	}
	root, _ := factschema.Read(bundle)
	field := root.Dotted(path)
	if near := document.Nearest(path, pathsOf(root)); field == nil && near != "" {
		return nil, fmt.Errorf("the schema knows no fact %s; did you mean %s?", path, near)
	}
	return field, nil
}

// pathsOf lists the facts of each section.
func pathsOf(root *factschema.Field) []string {
	var paths []string
	for _, section := range root.Names {
		for _, name := range root.Step(section).Names {
			paths = append(paths, section+"."+name)
		}
	}
	return paths
}

// writtenFile is a file that was made or changed.
type writtenFile struct {
	name string
	old  []byte // nil if it is new
}

// free reports a file that is already there.
func (f *folder) free(path string) error {
	name := filepath.Join(f.dir, filepath.FromSlash(path))
	if _, err := os.Lstat(name); err == nil {
		return fmt.Errorf("%s is already there, and is not overwritten", filepath.ToSlash(name))
	}
	return nil
}

// write writes the files, none of which may be there, and the schema last.
func (f *folder) write(files []draft.File, schema *schemaFile) ([]writtenFile, error) {
	for _, file := range files {
		if err := f.free(file.Path); err != nil {
			return nil, err
		}
	}
	var written []writtenFile
	for _, file := range files {
		name := filepath.Join(f.dir, filepath.FromSlash(file.Path))
		err := os.MkdirAll(filepath.Dir(name), 0o755)
		if err == nil {
			err = createFile(name, file.Content)
		}
		if err != nil {
			f.undo(written)
			return nil, err
		}
		written = append(written, writtenFile{name: filepath.ToSlash(name)})
	}
	if schema == nil {
		return written, nil
	}
	err := os.MkdirAll(filepath.Dir(schema.name), 0o755)
	if err == nil {
		err = replace(schema.name, []byte(schema.content))
	}
	if err != nil {
		f.undo(written)
		return nil, err
	}
	return append(written, writtenFile{filepath.ToSlash(schema.name), schema.old}), nil
}

// createFile writes a file that is not there yet.
func createFile(name, content string) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.WriteString(content)
	return errors.Join(err, file.Close())
}

// undo takes back what was written.
func (f *folder) undo(written []writtenFile) {
	for _, w := range written {
		if w.old == nil {
			os.Remove(w.name)
			os.Remove(filepath.Dir(w.name)) // only if nothing else is in it
			continue
		}
		os.WriteFile(w.name, w.old, 0o644)
	}
}

// verify judges the cases of what was written, and says how many. A new fact of
// the Regulation is not known before the program is built anew: 0 cases.
func (f *folder) verify(ctx context.Context, id string, added *schemaFile) (int, error) {
	if f.ofLaw && added != nil {
		return 0, nil
	}
	options, err := (&caseRun{}).options(f.dir)
	if err != nil {
		return 0, err
	}
	suite, err := policytest.Open(ctx, options)
	if err != nil {
		return 0, err
	}
	o, ok := suite.Set().Obligation(id)
	if !ok {
		return 0, fmt.Errorf("the policies have no obligation %s", id)
	}
	result, err := suite.Test(ctx, o, nil)
	if err != nil {
		return 0, err
	}
	if len(result.Failures) > 0 {
		return 0, document.Hinted(fmt.Errorf("a case would fail, for other facts take part\n%s", result.Failures[0]), "give another --fact, or --new-fact")
	}
	return result.Cases, nil
}
