package fines

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// modelFile is a model as its YAML has it.
type modelFile struct {
	Name        text             `yaml:"name"`
	Title       text             `yaml:"title"`
	Kind        text             `yaml:"kind"`
	About       text             `yaml:"about"`
	Caveats     []text           `yaml:"caveats"`
	Reference   *referenceFile   `yaml:"reference"`
	Calibration *calibrationFile `yaml:"calibration"`
	Values      []valueFile      `yaml:"values"`
	Inputs      []inputFile      `yaml:"inputs"`
	Base        baseFile         `yaml:"base"`
	Factors     []factorFile     `yaml:"factors"`
	Decision    decisionFile     `yaml:"decision"`
}

type valueFile struct {
	Name    text `yaml:"name"`
	Formula text `yaml:"formula"`
	Reason  text `yaml:"reason"`
	Source  text `yaml:"source"`
}

type inputFile struct {
	Name     text   `yaml:"name"`
	Possible []text `yaml:"possible"`
	Assume   text   `yaml:"assume"`
	Reason   text   `yaml:"reason"`
}

type baseFile struct {
	Of      text `yaml:"of"`
	Formula text `yaml:"formula"`
	Low     text `yaml:"low"`
	Central text `yaml:"central"`
	High    text `yaml:"high"`
	Reason  text `yaml:"reason"`
	Source  text `yaml:"source"`
}

type factorFile struct {
	Name    text `yaml:"name"`
	Formula text `yaml:"formula"`
	Low     text `yaml:"low"`
	Central text `yaml:"central"`
	High    text `yaml:"high"`
	Reason  text `yaml:"reason"`
	Source  text `yaml:"source"`
}

type decisionFile struct {
	Low     text `yaml:"low"`
	Central text `yaml:"central"`
	High    text `yaml:"high"`
	Reason  text `yaml:"reason"`
	Source  text `yaml:"source"`
}

type calibrationFile struct {
	Note      text           `yaml:"note"`
	Decisions []decisionCase `yaml:"decisions"`
}

type decisionCase struct {
	Case          text               `yaml:"case"`
	Date          text               `yaml:"date"`
	Fine          text               `yaml:"fine"`
	Currency      text               `yaml:"currency"`
	Infringements []infringementCase `yaml:"infringements"`
	Turnover      []turnoverCase     `yaml:"turnover"`
	Source        text               `yaml:"source"`
	Confidence    text               `yaml:"confidence"`
}

type infringementCase struct {
	Provision text `yaml:"provision"`
	Fine      text `yaml:"fine"`
}

type turnoverCase struct {
	Of         text `yaml:"of"`
	Amount     text `yaml:"amount"`
	Currency   text `yaml:"currency"`
	Year       text `yaml:"year"`
	Rate       text `yaml:"rate"`
	Source     text `yaml:"source"`
	Confidence text `yaml:"confidence"`
}

// maxModelSize is the size of a model file in bytes.
const maxModelSize = 1 << 18

// LoadModel reads a model, compiles its formulas and tries them on everything
// that its inputs can be; a model of published decisions is fitted. The name
// stands in messages. What is wrong is returned as [document.Problems], with line and
// column. A table that the model names is one of those built in.
func LoadModel(name string, content []byte) (*Model, error) { return LoadModelFrom(nil, name, content) }

// LoadModelFrom is [LoadModel] where a table may also stand in a directory, that
// of the file.
func LoadModelFrom(files fs.FS, name string, content []byte) (*Model, error) {
	if len(content) > maxModelSize {
		return nil, inFile(name, fmt.Sprintf("%d bytes; a model has at most %d", len(content), maxModelSize), "")
	}
	if len(bytes.TrimSpace(content)) == 0 {
		return nil, inFile(name, "the file is empty", "start from a model that is built in, such as edpb-04-2022")
	}
	root, err := document.One(name, content)
	if err != nil {
		return nil, err
	}
	var f modelFile
	if err := document.Into(root, &f).Sorted().Err(); err != nil {
		return nil, err
	}
	adopt(reflect.ValueOf(&f).Elem(), &sourceText{name: name, lines: strings.Split(string(content), "\n")})
	l := loader{file: &f, name: name}
	m := l.load(files)
	if err := l.problems.Sorted().Err(); err != nil {
		return nil, err
	}
	// A table is part of what the model is.
	sum := sha256.Sum256(append(slices.Clone(content), l.table...))
	m.SHA256 = hex.EncodeToString(sum[:])
	return m, nil
}

var errNoFiles = errors.New("fine models: there are no files to read from")

// LoadModels reads the models in fines/*.yaml, by their names.
func LoadModels(files fs.FS) ([]*Model, error) {
	if files == nil {
		return nil, errNoFiles
	}
	paths, err := fs.Glob(files, "fines/*.yaml")
	if err != nil {
		return nil, err
	}
	var models []*Model
	for _, p := range paths {
		m, err := LoadBuiltIn(files, strings.TrimSuffix(path.Base(p), ".yaml"))
		if err != nil {
			return nil, err
		}
		models = append(models, m)
	}
	return models, nil
}

// LoadBuiltIn reads the model fines/NAME.yaml.
func LoadBuiltIn(files fs.FS, name string) (*Model, error) {
	if files == nil {
		return nil, errNoFiles
	}
	p := path.Join("fines", name+".yaml")
	content, err := fs.ReadFile(files, p)
	if err != nil {
		return nil, err
	}
	m, err := LoadModel(p, content)
	if err != nil {
		return nil, err
	}
	if m.Name != name {
		return nil, inFile(p, fmt.Sprintf("the model calls itself %s; expected %s, as the file", m.Name, name), "")
	}
	return m, nil
}

// adopt tells every text of a decoded file where it comes from.
func adopt(v reflect.Value, file *sourceText) {
	if t, ok := v.Addr().Interface().(*text); ok {
		t.adopted(file)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			adopt(v.Field(i), file)
		}
	case reflect.Slice:
		for i := range v.Len() {
			adopt(v.Index(i), file)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			adopt(v.Elem(), file)
		}
	}
}
