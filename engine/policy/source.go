package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/schemas"
)

// Source is a directory of policies: Rego anywhere below it, parameters in
// parameters/*.yaml, readings in readings/*.yaml, figures of the law in
// law/*.yaml, and the schemas of the
// facts that it adds in schemas/NAME.schema.json, each for the section
// extensions.NAME.
type Source struct {
	// Name stands before the paths of the files in messages, such as the
	// directory that the user gave; empty for the policies built in.
	Name string
	FS   fs.FS
	// SHA256 is the digest that the source must have, as [Source.Digest] gives it; a
	// source with other content is refused before anything of it is compiled. Empty takes any.
	SHA256 string
}

// Check refuses content that the source must not have.
func (s Source) Check() error {
	files, err := s.read()
	if err != nil {
		return err
	}
	return s.check(files)
}

func (s Source) check(files []sourceFile) error {
	if have := digest(files); s.SHA256 != "" && s.SHA256 != have {
		return fmt.Errorf("%s: these are other policies: SHA-256 %s and not %s", s.Name, have, s.SHA256)
	}
	return nil
}

const schemaSuffix = ".schema.json"

// Extensions returns the schemas of the facts that the source adds, or [Defects]
// where they are none.
func (s Source) Extensions() ([]schemas.Extension, error) {
	paths, err := fs.Glob(s.FS, "schemas/*"+schemaSuffix)
	if err != nil {
		return nil, err
	}
	var extensions []schemas.Extension
	for _, p := range paths {
		content, err := fs.ReadFile(s.FS, p)
		if err != nil {
			return nil, err
		}
		if err := checkExtension(path.Join(s.Name, p), content).orNil(); err != nil {
			return nil, err
		}
		extensions = append(extensions, schemas.Extension{
			Name:    strings.TrimSuffix(path.Base(p), schemaSuffix),
			File:    path.Join(s.Name, p),
			Content: content,
		})
	}
	return extensions, nil
}

type sourceFile struct {
	name    string // as shown in messages
	path    string // inside the source
	source  int    // index of the source
	content []byte
}

// read returns the files that take part in judging, in the order of their
// paths. Rego tests are left out.
func (s Source) read() ([]sourceFile, error) {
	var files []sourceFile
	err := fs.WalkDir(s.FS, ".", func(p string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		switch {
		case strings.HasSuffix(p, "_test.rego"), strings.HasSuffix(p, "_test.yaml"):
			return nil
		case strings.HasSuffix(p, ".rego"), isData(p):
			content, err := fs.ReadFile(s.FS, p)
			if err != nil {
				return err
			}
			files = append(files, sourceFile{name: path.Join(s.Name, p), path: p, content: content})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("policies %s: %w", s.Name, err)
	}
	sort.Slice(files, func(i, j int) bool { return files[i].path < files[j].path })
	return files, nil
}

// Rego returns the rules of the source, by their paths inside it.
func (s Source) Rego() (map[string][]byte, error) {
	files, err := s.read()
	if err != nil {
		return nil, err
	}
	rules := map[string][]byte{}
	for _, file := range files {
		if path.Ext(file.path) == ".rego" {
			rules[file.path] = file.content
		}
	}
	return rules, nil
}

// holidaysFile moves deadlines, so that the digest covers it; only the builtins
// about dates read it.
const holidaysFile = "calendar/holidays.csv"

func isData(p string) bool {
	dir := path.Dir(p)
	return p == holidaysFile || dir == "schemas" && strings.HasSuffix(p, schemaSuffix) || (dir == "law" || dir == "parameters" || dir == "readings") && path.Ext(p) == ".yaml"
}

// parse returns the rules of the files, and where their metadata stand.
func parse(frontEnd rules.FrontEnd, files []sourceFile) (rules.Parsed, map[string]metadataBlocks, error) {
	metadata := map[string]metadataBlocks{}
	var defects Defects
	var readable []rules.File
	for _, file := range files {
		if path.Ext(file.path) != ".rego" {
			continue
		}
		blocks, unreadable := readMetadata(file)
		if len(unreadable) > 0 {
			defects = append(defects, unreadable...)
			continue
		}
		metadata[file.name] = blocks
		readable = append(readable, rules.File{Name: file.name, Content: file.content})
	}
	parsed, problems := frontEnd.Parse(readable)
	return parsed, metadata, append(defects, problems...).orNil()
}

// Digest identifies what takes part in judging, rules, values and schemas, by content.
// It is the digest that the origin of the obligations has in reports.
func (s Source) Digest() (string, error) {
	files, err := s.read()
	if err != nil {
		return "", err
	}
	return digest(files), nil
}

// digest identifies a set of files by content, whatever their order.
func digest(files []sourceFile) string {
	hash := sha256.New()
	for _, file := range files {
		sum := sha256.Sum256(file.content)
		fmt.Fprintf(hash, "%s %x\n", file.path, sum)
	}
	return hex.EncodeToString(hash.Sum(nil))
}
