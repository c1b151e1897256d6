package sor
func (a *Aggregate) Facts(platform string) ([]byte, error) { return nil, nil }
