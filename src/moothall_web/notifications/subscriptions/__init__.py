"""News of a programme by e-mail for the public: asked for, confirmed by a link, ended by one."""
