import { configure } from '@testing-library/react';

// What is waited for may come late on a busy machine and still be right.
configure({ asyncUtilTimeout: 10_000 });
