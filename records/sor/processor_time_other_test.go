//go:build !unix

package sor

import "time"

func processorTime() time.Duration { return 0 }
