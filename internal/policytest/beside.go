package policytest

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/document"
)

// Beside reads the cases beside the rules of one obligation, and the service that they
// are about, without looking at those of others. The file is nil where the source holds
// none. What is wrong with it comes as [document.Problems].
func Beside(cases policy.Source, o *policy.Obligation) (*File, Facts, error) {
	inside, ok := strings.CutPrefix(path.Clean(o.File()), path.Clean(cases.Name)+"/")
	if !ok {
		return nil, nil, nil
	}
	name := strings.TrimSuffix(inside, ".rego") + fileSuffix
	file, err := readFile(cases.FS, name, path.Join(cases.Name, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	services, err := readServices(cases)
	if err != nil {
		return nil, nil, err
	}
	service, known := services[file.Service]
	if !known {
		return nil, nil, document.Problems{{Position: file.places.at("service"), Message: "no service is called " + document.Quoted(file.Service)}}
	}
	return file, service, nil
}
