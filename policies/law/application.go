package law

import "sync"

// Application names the provisions by which obligations begin or cease to apply, by
// the words of metadata and of reports.
type Application struct {
	Starts     map[string]Provision `yaml:"starts"`
	Exemptions map[string]Provision `yaml:"exemptions"`
	Reasons    map[string]Provision `yaml:"reasons"`
}

// Provision is one that says when others apply.
type Provision struct {
	Article string `yaml:"article"`
	// Early is the one for services that were designated before the Regulation applied
	// in general; empty where it is the same.
	Early string `yaml:"early"`
	// Words say from when, or for whom not, as pages do.
	Words string `yaml:"words"`
}

// ApplicationRead returns what policies/application.yaml says.
var ApplicationRead = sync.OnceValue(func() Application { return read[Application]("application.yaml") })
